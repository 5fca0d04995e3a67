"""Results → what people read."""
