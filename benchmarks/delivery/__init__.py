"""The agenda to many groups: once each, through kills; and as fast as a platform takes it."""
