"""Photograph, screenshot, document or drawing: what a picture is taken for, and a person's word about it."""
