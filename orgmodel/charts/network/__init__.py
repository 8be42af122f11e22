"""Who owns, does, advises and hears: a unit's activities or one activity, with everybody who has a part in them."""
