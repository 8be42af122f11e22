"""One text model of an organisation, checked like code and drawn like a picture."""

__version__ = "0.1.0"
