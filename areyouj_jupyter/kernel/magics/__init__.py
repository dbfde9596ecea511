"""The magics: `%areyouj` and `%%areyouj`, their words, commands and completion."""
