"""What stops a run: each error is one clear line and the exit code it ends with."""


class OrgmodelError(Exception):
    """A run cannot go on; `str()` is the one line a person reads."""

    exit_code = 3


class UsageError(OrgmodelError):
    """The command was asked for something that does not exist: a path, a suffix, a name."""

    exit_code = 2


class ModelNotLoadedError(OrgmodelError):
    """The file cannot be understood at all, so nothing can be drawn from it."""

    exit_code = 1


class MissingExtraError(OrgmodelError):
    """An optional package or program is needed; the line says how to get it."""

    exit_code = 2
