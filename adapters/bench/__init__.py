"""The benchmark: Déclic and its peers, in turn, on the machine at hand."""
