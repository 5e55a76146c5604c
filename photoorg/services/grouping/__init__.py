"""Clusters in the product: made after indexing, kept while photos come and go, shown, named and edited."""
