"""ORG014: a file that defines nothing."""

from __future__ import annotations

from collections.abc import Iterator

from orgmodel.findings import Severity
from orgmodel.loading.load import is_empty
from orgmodel.model.organization import Spot
from orgmodel.rules.context import RuleContext
from orgmodel.rules.rule import Found, Rule, found_of


class EmptyModel(Rule):
    """One finding, and only where no other fault of the file explains the emptiness."""

    code = "ORG014"
    name = "empty-model"
    severity = Severity.WARNING
    title = "The file defines nothing"
    why = "An empty file passes every check, so a lost export looks like a perfect organisation."
    bad = """\
orgmodel: 1  # [ORG014]
name: Northwind
"""
    good = """\
orgmodel: 1
name: Northwind
roles:
  pm: {title: Product Manager}
"""
    fix = "Add roles, positions or activities, or point the command at the right file."

    def check(self, context: RuleContext) -> Iterator[Found]:
        """Pass on what was met while reading tables; else look at the whole."""
        faults = context.faults
        yield from map(found_of, faults.get(self.name, ()))
        if is_empty(context.organization) and not faults:
            yield Found("the model has no roles, positions, units, people or activities", Spot("model", "model"))
