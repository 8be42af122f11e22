"""Damages to the policy itself: waivers, requirements and limits."""

from __future__ import annotations

from damaging import Hurt, Scene, damage


@damage("unknown-rule")
def misspell_a_rule(scene: Scene) -> Hurt:
    if scene.random.random() < 0.5:
        scene.policy["severity"]["vacant-positions"] = "info"
        return Hurt(("policy", "severity"))
    scene.main["waivers"].append({"rule": "vacant-seat", "for": "position:ceo", "reason": "None", "owner": "coo"})
    return Hurt(("waivers", 1))


@damage("waiver-expired")
def let_a_waiver_run_out(scene: Scene) -> Hurt:
    scene.main["waivers"][0]["until"] = "2026-09-30"
    vacant = scene.pick(name for name in scene.of_role("trainee") if "holder" not in scene.seats[name])
    return Hurt(("waivers", 0), also=[("vacant-position", f"position:{vacant}")])


@damage("waiver-unused")
def fill_the_waived_vacancy(scene: Scene) -> Hurt:
    vacant = next(name for name in scene.of_role("trainee") if "holder" not in scene.seats[name])
    scene.people["newcomer"] = {"name": "Newly Hired"}
    scene.seats[vacant]["holder"] = "newcomer"
    return Hurt(("waivers", 0))


@damage("waiver-unexplained")
def leave_a_waiver_unexplained(scene: Scene) -> Hurt:
    del scene.main["waivers"][0][scene.pick(("reason", "owner"))]
    return Hurt(("waivers", 0))


@damage("requirement-failed")
def leave_out_what_the_policy_requires(scene: Scene) -> Hurt:
    role = scene.pick(name for name, entry in scene.roles.items() if entry.get("track") == "ic")
    del scene.roles[role]["purpose"]
    return Hurt(("roles", role), f"role:{role}")


@damage("requirement-matches-nothing")
def require_something_of_nobody(scene: Scene) -> Hurt:
    scene.policy["require"][1]["where"]["kind"] = scene.pick(("squads", "tribe"))
    return Hurt(("policy", "require", 1))


@damage("requirement-names-unknown")
def misspell_a_field_in_a_requirement(scene: Scene) -> Hurt:
    scene.policy["require"][1]["must"] = {scene.pick(("parnet", "part_of")): {"set": True}}
    return Hurt(("policy", "require", 1))


@damage("limits-reversed")
def turn_limits_round(scene: Scene) -> Hurt:
    key = scene.pick(("span", "unit_size", "managers"))
    limits = scene.policy[key]
    limits["min"], limits["max"] = limits["max"], limits["min"]
    return Hurt(("policy", key))


@damage("limit-fits-nothing")
def limit_what_is_not_there(scene: Scene) -> Hurt:
    scene.policy["spans"][0]["kind"] = scene.pick(("squads", "guild"))
    return Hurt(("policy", "spans", 0))
