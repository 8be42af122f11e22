"""The first page: how the organisation stands, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.analysis.attention import Attention
from orgmodel.analysis.figures import Figures
from orgmodel.analysis.ownership import OwnershipReader, OwnerState
from orgmodel.checking.report import Report
from orgmodel.findings import Finding, Severity
from orgmodel.rules.registry import by_name
from orgmodel.site.directory import counted
from orgmodel.site.finding_groups import FILE as FINDINGS
from orgmodel.site.finding_groups import finding_anchor, group_anchor, groups_of
from orgmodel.site.sentences import OWNER_RULES, SEAT_RULES, SentenceWriter
from orgmodel.site.values import Fact, Link, Overview, Remark, Section, SectionKind, Tile

FILE = "index.html"
_KEY_FACTS = frozenset(
    (
        "Seats",
        "People",
        "Vacant seats",
        "Tops",
        "Layers",
        "Managers",
        "Widest span",
        "Units",
        "Roles",
        "Rows of the matrix",
    )
)
_TOLD = OWNER_RULES | SEAT_RULES
_MOST_GROUPS = 10
_MOST_OF_GROUP = 3


@dataclass(frozen=True, slots=True)
class PartlyClear:
    """The rows that are clear in some places only: how many, in how many places, of how many."""

    rows: int = 0
    clear: int = 0
    places: int = 0


def partly_clear(reader: OwnershipReader) -> PartlyClear:
    """Rows that exist in several places and have one clear owner in some of them."""
    rows = clear = places = 0
    for activity in reader.activities():
        weights = [(owned.state is OwnerState.CLEAR, owned.instance.weight) for owned in reader.of_activity(activity)]
        good = sum(weight for is_clear, weight in weights if is_clear)
        if good and not all(is_clear for is_clear, _weight in weights):
            rows, clear, places = rows + 1, clear + good, places + sum(weight for _clear, weight in weights)
    return PartlyClear(rows, clear, places)


def overview(
    writer: SentenceWriter,
    attention: Attention,
    partly: PartlyClear,
    figures: Figures,
    report: Report,
    facts: Sequence[Fact],
    downloads: Sequence[Link],
    name: str,
) -> Overview:
    """The first page, from everything that is known."""
    sections = list(_sections(writer, attention, figures, report))
    return Overview(
        FILE,
        "Overview",
        name,
        state=_state(attention, partly, figures, report),
        tiles=tuple(_tiles(sections)),
        sections=tuple(sections),
        facts=tuple(fact for fact in facts if fact.term in _KEY_FACTS),
        severities=tuple(_severities(report)),
        downloads=tuple(downloads),
    )


def _sections(writer: SentenceWriter, attention: Attention, figures: Figures, report: Report) -> Iterator[Section]:
    yield from _structure(report, Severity.ERROR, "contradictions", "Contradictions", "bad")
    if attention.judged:
        missing, double = writer.missing(attention), writer.double(attention)
        each = f"Every one of the {counted(attention.judged, 'row')} has an owner."
        yield _section("missing", "Missing", "bad", missing, each)
        yield _section("double", "Doubly owned", "double", double, "No row has more than one owner.")
    if figures.positions and figures.people + figures.undisclosed:
        empty = writer.empty(attention)
        calm = "No row rests on a vacant seat." if attention.judged else "Nothing rests on a vacant seat."
        yield _section("vacant", "Resting on vacancies", "vacant", empty, calm, has_rows=bool(attention.judged))
    yield from _structure(report, Severity.WARNING, "look", "Worth a look", "look")


def _section(
    anchor: str, heading: str, kind: SectionKind, remarks: Sequence[Remark], calm: str, *, has_rows: bool = True
) -> Section:
    """A section counts rows; vacancies of a model without rows are counted by what is said of them."""
    weighty = [remark for remark in remarks if not remark.accepted and not remark.is_idle]
    count = sum(remark.rows for remark in weighty) if has_rows else len(weighty)
    noun = "row" if has_rows else "seat"
    return Section(
        anchor, heading, kind, tuple(remarks), "" if weighty else calm, count, noun if count == 1 else f"{noun}s"
    )


def _more(severity: Severity) -> tuple[Link, ...]:
    words = {Severity.ERROR: "All errors", Severity.WARNING: "All warnings"}
    return (Link(f"{words[severity]} with their places in the files", f"{FINDINGS}#{severity.value}"),)


def _structure(report: Report, severity: Severity, anchor: str, heading: str, kind: SectionKind) -> Iterator[Section]:
    """What rules found about anything but owners and vacancies, one remark a rule."""
    groups = groups_of(report)
    own = [(rule, found) for (level, rule), found in groups.items() if level is severity and rule not in _TOLD]
    if not own:
        return
    remarks = [_remark(severity, rule, found) for rule, found in own[:_MOST_GROUPS]]
    left = own[_MOST_GROUPS:]
    if left:
        further = counted(sum(len(found) for _rule, found in left), "further finding")
        remarks.append(Remark((Link(f"{further} of {counted(len(left), 'rule')}"),)))
    count = sum(len(found) for _rule, found in own)
    unit = "finding" if count == 1 else "findings"
    yield Section(anchor, heading, kind, tuple(remarks), "", count, unit, _more(severity))


def _remark(severity: Severity, rule: str, found: Sequence[Finding]) -> Remark:
    title = by_name()[rule].load().title
    href = f"{FINDINGS}#{group_anchor(severity, rule)}"
    lines: list[tuple[Link, ...]] = [
        (Link(f"{finding.message} ("), Link(str(finding.place), f"{FINDINGS}#{finding_anchor(finding)}"), Link(")"))
        for finding in found[:_MOST_OF_GROUP]
    ]
    left = len(found) - len(lines)
    if left:
        lines.append((Link(f"{left:,} more", href),))
    return Remark((Link(title, href),), items=tuple(lines))


def _state(attention: Attention, partly: PartlyClear, figures: Figures, report: Report) -> str:
    """The organisation in one sentence."""
    seats = ""
    if figures.positions:
        seats = counted(figures.seats, "seat")
        if figures.vacancies and figures.people + figures.undisclosed:
            seats += f", {figures.vacancies:,} of them vacant"
    if not attention.judged:
        errors, warnings = report.by_severity[Severity.ERROR], report.by_severity[Severity.WARNING]
        if not errors and not warnings:
            return f"{seats or 'A model without seats'}: nothing contradicts anything."
        counts = ((errors, "error"), (warnings, "warning"))
        found = " and ".join(counted(count, noun) for count, noun in counts if count)
        return f"{seats}: {found}." if seats else f"{found}."
    rows = f"{counted(attention.judged, 'row')} of the matrix"
    clear = attention.clear
    if clear == attention.judged:
        owned = f"each of the {rows} has one clear owner" if attention.judged > 1 else "the one row has one clear owner"
    else:
        everywhere = " everywhere" if partly.rows else ""
        owned = f"{clear:,} of {rows} {'have' if clear != 1 else 'has'} one clear owner{everywhere}"
    if partly.rows:
        more = " more" if clear else ""
        verb, whose = ("is", "its") if partly.rows == 1 else ("are", "their")
        owned += f", {partly.rows:,}{more} {verb} clear in {partly.clear:,} of {whose} {partly.places:,} places"
    if attention.unasked:
        owned += f"; {counted(attention.unasked, 'further row')} {'asks' if attention.unasked == 1 else 'ask'} for none"
    sentence = f"{seats}; {owned}." if seats else f"{owned}."
    return sentence[0].upper() + sentence[1:]


def _tiles(sections: Sequence[Section]) -> Iterator[Tile]:
    for section in sections:
        yield Tile(
            f"{section.count:,}",
            section.heading,
            section.unit,
            f"#{section.anchor}",
            section.kind if section.count else "calm",
        )


def _severities(report: Report) -> Iterator[Tile]:
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
    for severity in Severity:
        count = report.by_severity[severity]
        label = words[severity] if count == 1 else f"{words[severity]}s"
        yield Tile(
            f"{count:,}", label, "", f"{FINDINGS}#{severity.value}" if count else "", severity.value if count else ""
        )
