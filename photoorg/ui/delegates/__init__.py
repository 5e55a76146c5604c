"""What one item looks like: delegates paint and decide nothing."""
