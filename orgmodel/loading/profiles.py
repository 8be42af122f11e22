"""Profiles: shipped sets of thresholds and severities, to which an organisation's own words come first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgmodel.library.shipped import profiles
from orgmodel.loading.entries import read_entry
from orgmodel.model.policy import Policy

_RECORDS = ("row", "column", "pay")
"""Records of the policy whose fields are told one by one; a pair of limits is told as a whole."""


def profile_policy(name: str) -> Policy:
    """The policy that a profile stands for. Raises KeyError for a name that is not shipped."""
    told = profiles()[name]
    policy, _ = read_entry("policy", {**told["policy"], "severity": told["severity"], "profile": name})
    assert isinstance(policy, Policy)
    return policy


def with_profile(policy: Policy, told: Mapping[str, Any], name: str) -> Policy:
    """A policy with a profile below it. `told` has what the files say, by key, as it was read."""
    below = profile_policy(name)
    own: dict[str, Any] = {}
    for key, raw in told.items():
        value = getattr(policy, key, None)
        if key in _RECORDS and isinstance(raw, dict):
            value = replace(
                getattr(below, key), **{field: getattr(value, field) for field in raw if hasattr(value, field)}
            )
        if hasattr(policy, key):
            own[key] = value
    own["severity"] = {**below.severity, **policy.severity}
    return replace(below, **{**own, "profile": name})
