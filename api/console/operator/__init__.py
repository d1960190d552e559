"""For whoever runs the network: how the installation does, in numbers and ids, of nobody."""
