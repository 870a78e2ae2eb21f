"""Playing a campaign through beforehand, with people made up for it and by what will send."""
