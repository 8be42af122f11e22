"""From a loaded model to the values of all pages: what a site says and where its links lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from orgmodel.analysis.attention import attention_of
from orgmodel.analysis.duties import duties_by_role, duties_by_seat
from orgmodel.analysis.figures import figures_of
from orgmodel.analysis.ownership import OwnershipReader
from orgmodel.analysis.shape import shape_of
from orgmodel.charts.svg import render as render_svg
from orgmodel.checking.check import CheckOptions, check_context
from orgmodel.checking.report import Report
from orgmodel.findings import Severity
from orgmodel.graph.lines import Lines, read_lines
from orgmodel.graph.resolution import Resolver
from orgmodel.loading.load import Loaded
from orgmodel.matrix.accepted import Accepted
from orgmodel.matrix.csv import render as render_csv
from orgmodel.model.organization import Organization
from orgmodel.reports.json_object import render as render_findings
from orgmodel.rules.context import RuleContext
from orgmodel.site.anchors import anchor
from orgmodel.site.chart_pages import DrawnChart, chart_pages, draw_charts
from orgmodel.site.directory import Directory
from orgmodel.site.figure_tables import facts_of, figures_page
from orgmodel.site.finding_groups import findings_page
from orgmodel.site.matrix_pages import Matrices, enter_rows, make_matrices, matrix_pages
from orgmodel.site.overview import overview, partly_clear
from orgmodel.site.role_entries import FILE as ROLES
from orgmodel.site.role_entries import role_page, shown_roles
from orgmodel.site.seat_entries import file_of, in_reading_order, seat_pages
from orgmodel.site.sentences import SentenceWriter
from orgmodel.site.unit_entries import FILE as UNITS
from orgmodel.site.unit_entries import shown_units, unit_page
from orgmodel.site.values import Link, Page, Site


@dataclass(frozen=True, slots=True)
class SiteRequest:
    """What a site is asked for. `is_dated` says that the day was fixed by the file or by whoever asks."""

    fit: str = "16:9"
    planned: bool = False
    is_dated: bool = True


def build_site(loaded: Loaded, day: date, request: SiteRequest) -> Site:
    """Everything that stands on the pages, and the files to download."""
    return _Builder(loaded, day, request).site()


class _Builder:
    def __init__(self, loaded: Loaded, day: date, request: SiteRequest) -> None:
        self.loaded = loaded
        self.organization: Organization = loaded.organization
        self.day = day
        self.request = request
        context = RuleContext(loaded.organization, day, loaded.faults)
        self.report: Report = check_context(context, loaded, CheckOptions(min_severity=Severity.INFO))
        self.resolver: Resolver = context.resolver
        self.lines: Lines = read_lines(self.organization, day, planned=True) if request.planned else context.lines
        self.directory = Directory(self.organization, self.resolver)
        self.roles = shown_roles(self.organization)
        self.units = shown_units(self.directory)
        self.activities = list(OwnershipReader(self.organization, self.resolver).activities())

    def site(self) -> Site:
        drawn = draw_charts(self.organization, self.day, self.loaded.name, self.lines, planned=self.request.planned)
        matrices = None
        if self.activities:
            matrices = make_matrices(self.resolver, self.loaded.name, self.activities)
        self._fill_directory(drawn, matrices)
        attachments = self._attachments(drawn, matrices)
        pages = self._pages(drawn, matrices, tuple(attachments))
        as_of = self.day.isoformat() if self.request.is_dated else ""
        return Site(self.loaded.name, as_of, self.request.fit, tuple(pages), attachments)

    def _fill_directory(self, drawn: Sequence[DrawnChart], matrices: Matrices | None) -> None:
        directory = self.directory
        for place, seat in enumerate(in_reading_order(self.lines)):
            directory.entries["positions", seat] = f"{file_of(place)}#{anchor('seat', seat)}"
        for role in self.roles:
            directory.entries["roles", role] = f"{ROLES}#{anchor('role', role)}"
        for unit in self.units:
            directory.entries["units", unit] = f"{UNITS}#{anchor('unit', unit)}"
        for chart in drawn:
            directory.cards.update(chart.addresses())
        if matrices is not None:
            enter_rows(directory, matrices)

    def _attachments(self, drawn: Sequence[DrawnChart], matrices: Matrices | None) -> dict[str, str]:
        made = {}
        if drawn:
            made["chart.svg"] = render_svg(drawn[0].whole, fit=self.request.fit)
        if matrices is not None:
            made["matrix.csv"] = render_csv(matrices.by_role)
        made["findings.json"] = render_findings([self.report])
        return made

    def _pages(self, drawn: Sequence[DrawnChart], matrices: Matrices | None, attachments: Sequence[str]) -> list[Page]:
        directory, organization, resolver = self.directory, self.organization, self.resolver
        figures = figures_of(organization, self.day)
        role_duties = duties_by_role(organization, resolver, self.activities)
        seat_duties = duties_by_seat(organization, resolver, self.activities)
        pages: list[Page] = [
            overview(
                SentenceWriter(directory, Accepted(organization, self.day)),
                attention_of(organization, resolver),
                partly_clear(OwnershipReader(organization, resolver)),
                figures,
                self.report,
                tuple(facts_of(directory, figures)),
                [Link(name, name) for name in attachments],
                self.loaded.name,
            )
        ]
        pages += chart_pages(directory, drawn)
        if matrices is not None:
            pages += matrix_pages(directory, matrices)
        if organization.positions:
            pages += seat_pages(directory, self.lines, seat_duties, self.request.planned)
        if self.units:
            pages.append(unit_page(directory))
        if self.roles:
            pages.append(role_page(directory, self.roles, role_duties))
        pages.append(findings_page(directory, self.report))
        shape = shape_of(organization, resolver)
        pages.append(figures_page(directory, figures, shape, role_duties, self.roles))
        return pages
