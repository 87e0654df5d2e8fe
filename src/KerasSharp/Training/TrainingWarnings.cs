namespace KerasSharp;

/// <summary>What goes wrong without ending the training; printed to the error stream, where Python prints warnings.</summary>
internal static class TrainingWarnings
{
    public static void Write(string message) => Console.Error.WriteLine($"Warning: {message}");

    public static void OutOfData() =>
        Write(
            "Your input ran out of data; interrupting training. Make sure that the batches suffice for stepsPerEpoch * epochs steps, or let the generator repeat."
        );
}
