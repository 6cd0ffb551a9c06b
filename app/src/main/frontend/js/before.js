// Designsystemet's hints are for those who write pages, not for those who read them.
window.dsWarnings = false;
