"""Every rule with its code, module, and the kinds of things without which it has nothing to say.

Rules are imported when they run or are explained, never by looking at this list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from orgmodel.rules.rule import FileRule, Rule

FAMILIES = {
    "0": "File",
    "1": "Identity and reference",
    "2": "Lines and units",
    "3": "Positions and people",
    "4": "A row of the matrix",
    "5": "A column of the matrix",
    "6": "Authority: matrix against structure",
    "7": "Roles and ladder",
    "8": "Spans and layers",
    "9": "Policy and waivers",
}
"""The first digit of a code to its subject."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the registry. `needs` are kinds as in `RuleContext.kinds`.

    `is_fault` says that reading finds it: without a fault of that name the rule need not be imported.
    `is_last` says that it judges what the other rules found, and runs after them.
    """

    code: str
    name: str
    module: str
    needs: tuple[str, ...] = ()
    is_fault: bool = False
    is_last: bool = False

    def load(self) -> Rule:
        """The rule itself, imported now."""
        return _load(self.module, self.name)


@cache
def _load(module: str, name: str) -> Rule:
    found = import_module(f"orgmodel.rules.{module}")
    for item in vars(found).values():
        if isinstance(item, type) and issubclass(item, Rule) and item not in {Rule, FileRule} and item.name == name:
            return item()
    raise LookupError(f"module {module} has no rule {name}")


_SEATS = ("positions",)
_HOLDERS = ("positions", "holders")
_UNITS = ("units",)
_PAID_STEPS = ("promotions", "pay")
_ROWS = ("activities",)
_ROWS_AND_SEATS = ("activities", "positions")
_ROWS_AND_HOLDERS = ("activities", "positions", "holders")

ENTRIES: tuple[Entry, ...] = (
    Entry("ORG001", "unreadable-file", "file.unreadable_file", is_fault=True),
    Entry("ORG002", "duplicate-key", "file.duplicate_key", is_fault=True),
    Entry("ORG003", "unknown-key", "file.unknown_key", is_fault=True),
    Entry("ORG004", "wrong-value", "file.wrong_value", is_fault=True),
    Entry("ORG005", "missing-field", "file.missing_field", is_fault=True),
    Entry("ORG006", "include-not-found", "file.include_not_found", is_fault=True),
    Entry("ORG007", "include-leaves-folder", "file.include_leaves_folder", is_fault=True),
    Entry("ORG008", "include-loop", "file.include_loop", is_fault=True),
    Entry("ORG009", "limit-exceeded", "file.limit_exceeded", is_fault=True),
    Entry("ORG010", "hidden-character", "file.hidden_character"),
    Entry("ORG011", "table-column-missing", "file.table_column_missing", is_fault=True),
    Entry("ORG012", "table-row-malformed", "file.table_row_malformed", is_fault=True),
    Entry("ORG013", "unsupported-version", "file.unsupported_version", is_fault=True),
    Entry("ORG014", "empty-model", "file.empty_model"),
    Entry("ORG015", "table-column-repeated", "file.table_column_repeated", is_fault=True),
    Entry("ORG101", "duplicate-id", "identity.duplicate_id"),
    Entry("ORG102", "unknown-reference", "identity.unknown_reference"),
    Entry("ORG103", "reference-differs-by-case", "identity.reference_differs_by_case"),
    Entry("ORG104", "reference-lost-leading-zeros", "identity.reference_lost_leading_zeros"),
    Entry("ORG105", "unused-role", "identity.unused_role", ("roles",)),
    Entry("ORG106", "same-title", "identity.same_title", ("roles",)),
    Entry("ORG107", "alias-clash", "identity.alias_clash"),
    Entry("ORG108", "placeholder-holder", "identity.placeholder_holder", _HOLDERS),
    Entry("ORG109", "near-duplicate-titles", "identity.near_duplicate_titles"),
    Entry("ORG110", "contradictory-person", "identity.contradictory_person", ("people",)),
    Entry("ORG111", "reference-not-in-force", "identity.reference_not_in_force"),
    Entry("ORG112", "include-without-effect", "identity.include_without_effect", is_fault=True),
    Entry("ORG113", "unused-unit", "identity.unused_unit", _UNITS),
    Entry("ORG201", "reporting-loop", "lines.reporting_loop"),
    Entry("ORG202", "self-report", "lines.self_report"),
    Entry("ORG203", "no-top", "lines.no_top"),
    Entry("ORG204", "several-tops", "lines.several_tops"),
    Entry("ORG205", "unreachable-from-top", "lines.unreachable_from_top"),
    Entry("ORG206", "missing-line", "lines.missing_line", _SEATS),
    Entry("ORG207", "ambiguous-line", "lines.ambiguous_line", _SEATS),
    Entry("ORG208", "line-off-role-pattern", "lines.line_off_role_pattern", _SEATS),
    Entry("ORG209", "two-managers", "lines.two_managers", _SEATS),
    Entry("ORG210", "dotted-repeats-solid", "lines.dotted_repeats_solid", ("dotted",)),
    Entry("ORG211", "dotted-to-self", "lines.dotted_to_self", ("dotted",)),
    Entry("ORG212", "dotted-loop", "lines.dotted_loop", ("dotted",)),
    Entry("ORG213", "unit-loop", "lines.unit_loop", _UNITS),
    Entry("ORG214", "unit-without-head", "lines.unit_without_head", ("units", "positions")),
    Entry("ORG215", "head-outside-unit", "lines.head_outside_unit", ("units", "positions")),
    Entry("ORG216", "manager-outside-unit", "lines.manager_outside_unit", ("units", "positions")),
    Entry("ORG217", "reports-to-vacancy", "lines.reports_to_vacancy", _HOLDERS),
    Entry("ORG218", "reports-to-ended", "lines.reports_to_ended", _SEATS),
    Entry("ORG219", "loop-with-dotted-lines", "lines.loop_with_dotted_lines", ("dotted",)),
    Entry("ORG220", "too-many-dotted-lines", "lines.too_many_dotted_lines", ("dotted",)),
    Entry("ORG221", "heads-several-units", "lines.heads_several_units", ("units", "positions")),
    Entry("ORG222", "head-outside-parent-unit", "lines.head_outside_parent_unit", ("units", "positions")),
    Entry("ORG223", "empty-unit", "lines.empty_unit", ("units", "positions")),
    Entry("ORG224", "reports-to-junior", "lines.reports_to_junior", ("levels",)),
    Entry("ORG225", "same-level-as-manager", "lines.same_level_as_manager", ("levels",)),
    Entry("ORG226", "level-skipped", "lines.level_skipped", ("levels",)),
    Entry("ORG227", "person-reports-to-agent", "lines.person_reports_to_agent", ("positions", "holders", "employment")),
    Entry("ORG301", "vacant-position", "seats.vacant_position", _HOLDERS),
    Entry("ORG302", "vacant-manager", "seats.vacant_manager", _HOLDERS),
    Entry("ORG303", "person-overcommitted", "seats.person_overcommitted", _HOLDERS),
    Entry("ORG304", "holders-without-shares", "seats.holders_without_shares", ("positions", "several-holders")),
    Entry("ORG305", "fte-out-of-range", "seats.fte_out_of_range", _SEATS),
    Entry("ORG306", "dates-reversed", "seats.dates_reversed"),
    Entry("ORG307", "ended-but-held", "seats.ended_but_held", _HOLDERS),
    Entry("ORG308", "manages-themself", "seats.manages_themself", _HOLDERS),
    Entry("ORG309", "holders-overlap", "seats.holders_overlap", ("positions", "several-holders")),
    Entry("ORG310", "cover-gap", "seats.cover_gap", ("positions", "several-holders")),
    Entry("ORG311", "status-against-dates", "seats.status_against_dates", _SEATS),
    Entry("ORG312", "seat-without-role", "seats.seat_without_role", _SEATS),
    Entry("ORG313", "seat-without-unit", "seats.seat_without_unit", ("positions", "units")),
    Entry("ORG314", "conflicting-roles", "seats.conflicting_roles", ("positions", "holders", "policy-conflicts")),
    Entry("ORG315", "person-without-seat", "seats.person_without_seat", ("people", "positions", "holders")),
    Entry("ORG316", "too-few-holders", "seats.too_few_holders", ("positions", "holders", "policy-holders")),
    Entry("ORG317", "no-deputy", "seats.no_deputy", ("positions", "deputies")),
    Entry("ORG318", "deputy-loop", "seats.deputy_loop", ("positions", "deputies")),
    Entry("ORG319", "deputy-vacant", "seats.deputy_vacant", ("positions", "deputies")),
    Entry("ORG320", "deputy-is-holder", "seats.deputy_is_holder", ("positions", "deputies")),
    Entry("ORG321", "interim-too-long", "seats.interim_too_long", ("positions", "several-holders")),
    Entry(
        "ORG322", "name-in-several-rows", "seats.name_in_several_rows", ("positions", "holders", "demands-of-people")
    ),
    Entry("ORG401", "several-owners", "row.several_owners", _ROWS),
    Entry("ORG402", "no-owner", "row.no_owner", _ROWS),
    Entry("ORG403", "no-doer", "row.no_doer", _ROWS),
    Entry("ORG404", "claim-differs", "row.claim_differs", ("activities", "claims")),
    Entry("ORG405", "too-many-doers", "row.too_many_doers", _ROWS),
    Entry("ORG406", "too-many-advisers", "row.too_many_advisers", _ROWS),
    Entry("ORG407", "too-many-informed", "row.too_many_informed", _ROWS),
    Entry("ORG408", "nobody-advises", "row.nobody_advises", _ROWS),
    Entry("ORG409", "nobody-informed", "row.nobody_informed", _ROWS),
    Entry("ORG410", "unknown-letter", "row.unknown_letter", _ROWS),
    Entry("ORG411", "excluded-letters", "row.excluded_letters", _ROWS),
    Entry("ORG412", "redundant-letter", "row.redundant_letter", _ROWS),
    Entry("ORG413", "repeated-letter", "row.repeated_letter", _ROWS),
    Entry("ORG414", "everybody-assigned", "row.everybody_assigned", _ROWS),
    Entry("ORG415", "nobody-assigned", "row.nobody_assigned", _ROWS),
    Entry("ORG416", "near-duplicate-activities", "row.near_duplicate_activities", _ROWS),
    Entry("ORG417", "per-nothing", "row.per_nothing", ("activities", "per")),
    Entry("ORG418", "owner-without-seat", "row.owner_without_seat", _ROWS_AND_SEATS),
    Entry("ORG419", "owner-vacant", "row.owner_vacant", _ROWS_AND_HOLDERS),
    Entry("ORG420", "several-owners-in-seats", "row.several_owners_in_seats", _ROWS_AND_SEATS),
    Entry("ORG421", "doer-without-seat", "row.doer_without_seat", _ROWS_AND_SEATS),
    Entry("ORG422", "letter-below-minimum", "row.letter_below_minimum", _ROWS),
    Entry("ORG423", "letter-above-maximum", "row.letter_above_maximum", _ROWS),
    Entry("ORG424", "part-owner-differs", "row.part_owner_differs", ("activities", "parts")),
    Entry("ORG425", "unowned-without-reason", "row.unowned_without_reason", ("activities", "unowned")),
    Entry("ORG426", "unowned-but-owned", "row.unowned_but_owned", ("activities", "unowned")),
    Entry("ORG428", "verifier-is-doer", "row.verifier_is_doer", ("activities", "checks")),
    Entry("ORG429", "sources-disagree", "row.sources_disagree", ("activities", "claims")),
    Entry("ORG430", "dependency-loop", "row.dependency_loop", ("activities", "parts")),
    Entry("ORG431", "doer-always-owner", "row.doer_always_owner", _ROWS),
    Entry("ORG432", "no-activities", "row.no_activities", ("roles",)),
    Entry("ORG433", "part-loop", "row.part_loop", ("activities", "parts")),
    Entry("ORG434", "doer-vacant", "row.doer_vacant", _ROWS_AND_HOLDERS),
    Entry("ORG435", "doers-differ", "row.doers_differ", ("activities", "claims")),
    Entry("ORG501", "role-without-work", "column.role_without_work", _ROWS),
    Entry("ORG502", "role-only-informed", "column.role_only_informed", _ROWS),
    Entry("ORG503", "owns-too-much", "column.owns_too_much", _ROWS),
    Entry("ORG504", "doer-of-too-much", "column.doer_of_too_much", ("activities", "many-rows")),
    Entry("ORG505", "adviser-of-too-much", "column.adviser_of_too_much", ("activities", "many-rows")),
    Entry("ORG506", "role-in-every-row", "column.role_in_every_row", ("activities", "many-rows")),
    Entry("ORG507", "overloaded-person", "column.overloaded_person", _ROWS_AND_HOLDERS),
    Entry("ORG508", "single-point-of-failure", "column.single_point_of_failure", _ROWS_AND_HOLDERS),
    Entry("ORG509", "overlapping-roles", "column.overlapping_roles", _ROWS),
    Entry("ORG510", "senior-role-only-tactical", "column.senior_role_only_tactical", ("activities", "roles", "levels")),
    Entry("ORG511", "unit-owns-nothing", "column.unit_owns_nothing", ("activities", "units", "positions")),
    Entry(
        "ORG512", "too-many-responsibilities", "column.too_many_responsibilities", ("roles", "policy-responsibilities")
    ),
    Entry("ORG601", "owner-reports-to-doer", "authority.owner_reports_to_doer", _ROWS),
    Entry("ORG602", "owner-outside-chain", "authority.owner_outside_chain", _ROWS),
    Entry("ORG603", "owner-too-high", "authority.owner_too_high", _ROWS),
    Entry("ORG604", "owner-not-common-manager", "authority.owner_not_common_manager", _ROWS),
    Entry("ORG605", "doer-manager-bypassed", "authority.doer_manager_bypassed", _ROWS_AND_SEATS),
    Entry("ORG606", "owner-in-other-unit", "authority.owner_in_other_unit", ("activities", "units", "positions")),
    Entry("ORG607", "owner-leaves-early", "authority.owner_leaves_early", _ROWS_AND_SEATS),
    Entry("ORG608", "owner-is-agent", "authority.owner_is_agent", ("activities", "employment")),
    Entry("ORG609", "owner-is-contractor", "authority.owner_is_contractor", ("activities", "employment")),
    Entry("ORG610", "produces-and-approves", "authority.produces_and_approves", ("activities", "checks")),
    Entry("ORG611", "veto-by-subordinate", "authority.veto_by_subordinate", ("activities", "checks")),
    Entry(
        "ORG612",
        "owner-without-deputy",
        "authority.owner_without_deputy",
        ("activities", "positions", "holders", "deputies"),
    ),
    Entry("ORG613", "all-in-one-hand", "authority.all_in_one_hand", _ROWS_AND_HOLDERS),
    Entry("ORG614", "escalation-off-line", "authority.escalation_off_line", ("activities", "escalations")),
    Entry("ORG615", "bridge-missing", "authority.bridge_missing", ("activities", "units", "positions")),
    Entry("ORG701", "promotion-loop", "ladder.promotion_loop", ("promotions",)),
    Entry("ORG702", "level-not-rising", "ladder.level_not_rising", ("promotions",)),
    Entry("ORG703", "missing-rung", "ladder.missing_rung", ("promotions", "tracks")),
    Entry("ORG704", "dead-end", "ladder.dead_end", ("promotions", "tracks")),
    Entry("ORG705", "unreachable-rung", "ladder.unreachable_rung", ("promotions", "tracks")),
    Entry("ORG706", "years-not-rising", "ladder.years_not_rising", ("promotions", "experience")),
    Entry("ORG707", "years-gap", "ladder.years_gap", ("promotions", "experience")),
    Entry("ORG708", "pay-band-reversed", "ladder.pay_band_reversed", ("pay",)),
    Entry("ORG709", "pay-inverted", "ladder.pay_inverted", _PAID_STEPS),
    Entry("ORG710", "pay-bands-overlap", "ladder.pay_bands_overlap", _PAID_STEPS),
    Entry("ORG711", "pay-gap", "ladder.pay_gap", _PAID_STEPS),
    Entry("ORG712", "paid-less-than-report", "ladder.paid_less_than_report", ("positions", "pay")),
    Entry("ORG713", "pay-outside-band", "ladder.pay_outside_band", ("positions", "roles", "pay")),
    Entry("ORG714", "pay-not-comparable", "ladder.pay_not_comparable", _PAID_STEPS),
    Entry("ORG715", "contributor-with-reports", "ladder.contributor_with_reports", ("positions", "tracks")),
    Entry("ORG716", "manager-without-reports", "ladder.manager_without_reports", ("positions", "tracks")),
    Entry("ORG717", "skill-falls", "ladder.skill_falls", ("promotions", "skills")),
    Entry("ORG718", "unknown-skill", "ladder.unknown_skill", ("skills",)),
    Entry("ORG719", "role-line-loop", "ladder.role_line_loop", ("roles", "positions")),
    Entry("ORG720", "pay-figures-disagree", "ladder.pay_figures_disagree", ("roles", "pay")),
    Entry("ORG721", "years-reversed", "ladder.years_reversed", ("experience",)),
    Entry("ORG722", "contributor-track-ends", "ladder.contributor_track_ends", ("promotions", "tracks")),
    Entry("ORG723", "counts-as-loop", "ladder.counts_as_loop", ("counted",)),
    Entry("ORG801", "span-too-wide", "spans.span_too_wide", _SEATS),
    Entry("ORG802", "span-too-narrow", "spans.span_too_narrow", _SEATS),
    Entry("ORG803", "one-over-one", "spans.one_over_one", _SEATS),
    Entry("ORG804", "too-many-layers", "spans.too_many_layers", _SEATS),
    Entry("ORG805", "manager-share-out-of-range", "spans.manager_share_out_of_range", ("positions", "policy-managers")),
    Entry("ORG806", "unit-too-large", "spans.unit_too_large", ("units", "positions", "policy-unit-size")),
    Entry("ORG807", "unit-too-small", "spans.unit_too_small", ("units", "positions", "policy-unit-size")),
    Entry("ORG808", "ratio-out-of-range", "spans.ratio_out_of_range", ("roles", "positions", "policy-ratios")),
    Entry("ORG901", "unknown-rule", "policy.unknown_rule", ("policy",)),
    Entry("ORG902", "waiver-expired", "policy.waiver_expired", ("waivers",)),
    Entry("ORG903", "waiver-unused", "policy.waiver_unused", ("waivers",), is_last=True),
    Entry("ORG904", "waiver-unexplained", "policy.waiver_unexplained", ("waivers",)),
    Entry("ORG905", "requirement-failed", "policy.requirement_failed", ("requirements",)),
    Entry("ORG906", "requirement-matches-nothing", "policy.requirement_matches_nothing", ("requirements",)),
    Entry("ORG907", "requirement-names-unknown", "policy.requirement_names_unknown", ("requirements",)),
    Entry("ORG908", "limits-reversed", "policy.limits_reversed", ("limits",)),
    Entry("ORG909", "limit-fits-nothing", "policy.limit_fits_nothing", ("some-limits",)),
)
"""All rules, by code."""


@cache
def by_name() -> dict[str, Entry]:
    """Entries by rule name and by code."""
    named = {entry.name: entry for entry in ENTRIES}
    return named | {entry.code: entry for entry in ENTRIES}
