"""What only a browser shows: a real server with the demo content, headless Chromium, one site for the whole run."""
