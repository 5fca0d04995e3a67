"""ikonzept keeps a county's Integrationskonzept: where it stands, whether it holds, what changed, what it costs."""

__version__ = "0.1.0"
