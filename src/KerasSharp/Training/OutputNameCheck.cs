namespace KerasSharp;

/// <summary>Refuses names of outputs that a model does not have.</summary>
internal static class OutputNameCheck
{
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public static void Known(IEnumerable<string> names, string model, IReadOnlyList<string> outputs, string what)
    {
        if (names.FirstOrDefault(name => !outputs.Contains(name)) is { } unknown)
            throw new ArgumentException(
                $"Model '{model}' has no output '{unknown}' for the {what} given; its outputs are {string.Join(", ", outputs)}."
            );
    }
}
