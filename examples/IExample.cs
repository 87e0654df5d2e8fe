namespace KerasSharp.Examples;

/// <summary>One section of the book "Deep Learning with Python" (first edition).</summary>
internal interface IExample
{
    /// <summary>The section's number, by which the example is started: <c>2.1</c>.</summary>
    string Section { get; }

    /// <summary>The section's title.</summary>
    string Title { get; }

    /// <summary>Trains the section's models and prints what they reach.</summary>
    void Run();
}
