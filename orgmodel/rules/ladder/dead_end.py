"""ORG704: a rung from which nothing leads on, although its track goes higher."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.rules.context import RuleContext
from orgmodel.rules.ladder.rungs import track_named
from orgmodel.rules.rule import Found, Rule
from orgmodel.rules.wording import MOST_RELATED, described, listed, named


class DeadEnd(Rule):
    """One finding for each role that a promotion leads to and none leads away from, below the top of its track."""

    code = "ORG704"
    name = "dead-end"
    severity = Severity.INFO
    title = "The ladder ends below the top of its track"
    why = (
        "Whoever has climbed to this role sees higher ones of the same kind and no way to them. Good people then "
        "leave for the next step, or a promotion was forgotten."
    )
    bad = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4}  # [ORG704]
  principal: {title: Principal Product Manager, track: ic, level: 5}
"""
    good = """\
orgmodel: 1
roles:
  pm: {title: Product Manager, track: ic, level: 3, promotes_to: senior}
  senior: {title: Senior Product Manager, track: ic, level: 4, promotes_to: principal}
  principal: {title: Principal Product Manager, track: ic, level: 5}
"""
    fix = "Name the next role in `promotes_to`; it may be on another track."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Roles of one track and family, by level."""
        organization, ladder = context.organization, context.ladder
        for track, names in ladder.tracks.items():
            levels = {name: organization.roles[name].level or 0 for name in names}
            for name in names:
                if organization.roles[name].promotes_to or name not in ladder.reached:
                    continue
                higher = sorted((each for each in names if levels[each] > levels[name]), key=levels.__getitem__)
                if not higher:
                    continue
                shown = listed([named(organization, "roles", each) for each in higher], 3)
                yield Found(
                    f"nothing leads on from {described(organization, 'roles', name)} on level {levels[name]}, although "
                    f"{track_named(track)} goes up to level {levels[higher[-1]]}: {shown}",
                    Spot("roles", name, ("promotes_to",), key=True),
                    (entity("roles", name),),
                    tuple((Spot("roles", each), "stands higher") for each in higher[:MOST_RELATED]),
                )
