"""The lab: what measures the methods on labelled photos, or makes tables of them; no person's catalog is touched."""
