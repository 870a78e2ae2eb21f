"""The language model: optional, off unless the operator and the person both say so."""
