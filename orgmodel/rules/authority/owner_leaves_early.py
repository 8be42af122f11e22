"""ORG607: an owner whose end comes before that of the work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from orgmodel.findings import Severity
from orgmodel.model.organization import Spot, entity
from orgmodel.reading.names import printable, quoted
from orgmodel.rules.authority.endings import Ending, letter_ending, owners_until, party_ending
from orgmodel.rules.context import RuleContext
from orgmodel.rules.row.answers import Answer, Stake
from orgmodel.rules.row.judged import JudgedRow, Party, parties
from orgmodel.rules.row.stake_phrases import letter_spot, stake_party, stake_places, stake_rows
from orgmodel.rules.rule import Found, Rule
