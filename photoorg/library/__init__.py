"""What lies on disk: walking the roots and comparing them with what the catalog knows."""
