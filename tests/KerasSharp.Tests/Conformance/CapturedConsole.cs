namespace KerasSharp.Tests.Conformance;

/// <summary>What is printed to the console until it is disposed; warnings are swallowed.</summary>
internal sealed class CapturedConsole : IDisposable
{
    private readonly TextWriter output = Console.Out;
    private readonly TextWriter error = Console.Error;
    private readonly StringWriter text = new() { NewLine = "\n" };

    public CapturedConsole()
    {
        Console.SetOut(text);
        Console.SetError(TextWriter.Null);
    }

    public override string ToString() => text.ToString();

    public void Dispose()
    {
        Console.SetOut(output);
        Console.SetError(error);
    }
}
