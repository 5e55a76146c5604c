"""The folders that a person added: added, excluded and removed, read by indexing, watched for changes."""
