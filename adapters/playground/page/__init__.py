"""The files of the playground's page, served as they are."""
