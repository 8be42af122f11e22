"""Runs the rules that apply, in order of code, and keeps what is to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from orgmodel.checking.baseline import NOT_READ, Baseline
from orgmodel.checking.report import Report
from orgmodel.checking.waivers import Waivers
from orgmodel.findings import Finding, Related, Severity, fingerprint
from orgmodel.loading.load import Loaded
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.registry import ENTRIES, Entry
from orgmodel.rules.rule import Found, Rule, Where
from orgmodel.source import Place

KEPT_PER_RULE = 1_000
"""So many findings of one rule are stored; further ones are only counted."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a run of `check` was asked for. `select` and `ignore` hold names, codes or beginnings of codes.

    `keep` is the number of findings stored for each rule; None stores all. What stands in the `baseline` is
    known: counted apart and never shown. `redacted` says that fingerprints may differ from those in it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = Severity.WARNING
    keep: int | None = KEPT_PER_RULE
    baseline: Baseline = field(default_factory=Baseline)
    redacted: bool = False


@dataclass(slots=True)
class _Kept:
    findings: list[Finding] = field(default_factory=list)
    graded: dict[tuple[str, Severity], int] = field(default_factory=dict)
    hidden: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(Severity, 0))
    kept_back: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    waived: int = 0
    known: int = 0

    def by_severity(self) -> dict[Severity, int]:
        """How many were found of each severity."""
        found = dict.fromkeys(Severity, 0)
        for (_rule, severity), count in self.graded.items():
            found[severity] += count
        return found

    def by_rule(self) -> dict[str, int]:
        """How many each rule found."""
        found: dict[str, int] = {}
        for (rule, _severity), count in sorted(self.graded.items()):
            found[rule] = found.get(rule, 0) + count
        return found


def judged_rules(loaded: Loaded, options: CheckOptions) -> frozenset[str]:
    """The names of the rules that a run over a model looks at."""
    return _judged(options, loaded.organization.policy.severity)


def check(loaded: Loaded, day: date, options: CheckOptions | None = None) -> Report:
    """All findings of a model on a day."""
    texts = [source.text for source in loaded.sources.values()]
    context = RuleContext(loaded.organization, day, loaded.faults, texts)
    return check_context(context, loaded, options or CheckOptions())


def check_context(context: RuleContext, loaded: Loaded, options: CheckOptions) -> Report:
    """Like `check`, on a context that others share."""
    entries = [entry for entry in ENTRIES if _is_wanted(entry, options) and context.kinds.issuperset(entry.needs)]
    waivers = Waivers(loaded.organization.waivers, context.day)
    kept = _Kept()
    model, place_of = loaded.places.main.path, loaded.places.place
    severities = loaded.organization.policy.severity
    run = 0
    for entry in sorted(entries, key=attrgetter("is_last")):
        if entry.is_last:
            context.unused_waivers = waivers.unused(_judged(options, severities))
        told = severities.get(entry.code) or severities.get(entry.name)
        if told == "ignore":
            continue
        run += 1
        if entry.is_fault and entry.name not in context.faults:
            continue
        rule = entry.load()
        override = Severity(told) if told else None
        _keep_all(kept, rule, rule.check(context), override, place_of, waivers, options, model)
    return Report(
        name=loaded.name,
        path=model,
        findings=tuple(sorted(kept.findings, key=Finding.sort_key)),
        by_severity=kept.by_severity(),
        by_rule=kept.by_rule(),
        graded=dict(sorted(kept.graded.items())),
        hidden=kept.hidden,
        kept_back=kept.kept_back,
        waived=kept.waived,
        rules_run=run,
        checked=_checked(loaded),
        sources=loaded.sources,
        known=kept.known,
        gone=_gone(kept, loaded, model, options),
    )


def _gone(kept: _Kept, loaded: Loaded, model: str, options: CheckOptions) -> int:
    """How much of the baseline is no longer found by the rules looked at; 0 where this cannot be told."""
    if options.redacted or any(fault.rule in NOT_READ for fault in loaded.faults):
        return 0
    judged = _judged(options, loaded.organization.policy.severity)
    return sum(len(options.baseline.of(model, rule)) for rule in judged) - kept.known


def _judged(options: CheckOptions, severities: Mapping[str, str]) -> frozenset[str]:
    """The rules that a run looks at and the policy does not ignore, whether they had anything to look at or not."""
    ignored = {name for name, severity in severities.items() if severity == "ignore"}
    return frozenset(
        entry.name for entry in ENTRIES if _is_wanted(entry, options) and not ignored & {entry.name, entry.code}
    )


def _is_wanted(entry: Entry, options: CheckOptions) -> bool:
    if options.select and not _named(entry, options.select):
        return False
    return not _named(entry, options.ignore)


def _named(entry: Entry, names: Iterable[str]) -> bool:
    return any(name == entry.name or entry.code.startswith(name.upper()) for name in names)


def _keep_all(
    kept: _Kept,
    rule: Rule,
    all_found: Iterable[Found],
    override: Severity | None,
    place_of: Callable[[Spot], Place],
    waivers: Waivers,
    options: CheckOptions,
    model: str,
) -> None:
    """Counts what a rule found, and keeps what is to be shown."""
    known = options.baseline.of(model, rule.name)
    is_waived = waivers.speak_of(rule)
    unseen = {severity for severity in Severity if severity.rank > options.min_severity.rank}
    counts: dict[Severity, int] = {}
    for found in all_found:
        if is_waived and waivers.cover(rule, found):
            kept.waived += 1
            continue
        # Places cost time: what is only counted is looked up for the sake of the baseline alone.
        named = _named_finding(kept, rule, found, place_of) if known else None
        if named and named[1] in known:
            kept.known += 1
            continue
        severity = override or found.severity or rule.severity
        counts[severity] = counts.get(severity, 0) + 1
        if severity in unseen:
            continue
        if options.keep is not None and sum(counts.values()) > options.keep:
            kept.kept_back[rule.name] = kept.kept_back.get(rule.name, 0) + 1
        else:
            place, name = named or _named_finding(kept, rule, found, place_of)
            kept.findings.append(_finding(rule, found, severity, place, name, place_of))
    for severity in unseen:
        kept.hidden[severity] += counts.get(severity, 0)
    kept.graded.update({(rule.name, severity): count for severity, count in counts.items()})


def _finding(
    rule: Rule, found: Found, severity: Severity, place: Place, name: str, place_of: Callable[[Spot], Place]
) -> Finding:
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=severity,
        message=found.message,
        place=place,
        related=_related(place, [(_placed(where, place_of), note) for where, note in found.related]),
        entities=found.entities,
        fix=found.fix or rule.fix,
        fingerprint=name,
    )


def _named_finding(kept: _Kept, rule: Rule, found: Found, place_of: Callable[[Spot], Place]) -> tuple[Place, str]:
    """The place of a finding and its fingerprint, with an ordinal for those that are alike."""
    place = _placed(found.at, place_of)
    subject = found.subject or " ".join(found.entities) or found.message
    key = f"{rule.code}\0{place.path}\0{subject}"
    ordinal = kept.ordinals.get(key, 0)
    kept.ordinals[key] = ordinal + 1
    return place, fingerprint(rule.code, place.path, subject, ordinal)


def _placed(where: Where, place_of: Callable[[Spot], Place]) -> Place:
    return where if isinstance(where, Place) else place_of(where)


def _related(place: Place, others: Iterable[tuple[Place, str]]) -> tuple[Related, ...]:
    """Other places, each once: many letters of a matrix share one heading."""
    first: dict[Place, str] = {place: ""}
    for other, note in others:
        first.setdefault(other, note)
    return tuple(Related(other, note) for other, note in first.items() if other != place)


def _checked(loaded: Loaded) -> Mapping[str, int]:
    organization = loaded.organization
    kinds = {kind: len(organization.counting(kind)) for kind in ("roles", "units", "positions", "people", "activities")}
    kinds["assignments"] = len(organization.assignments)
    return {kind: number for kind, number in kinds.items() if number}
