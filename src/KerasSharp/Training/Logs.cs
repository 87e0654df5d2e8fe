namespace KerasSharp;

/// <summary>Losses and metrics by name, in Keras's order: alphabetical, validation after training.</summary>
public sealed class Logs : OrderedDictionary<string, double>;
