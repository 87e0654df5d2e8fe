namespace KerasSharp.Formats.Pickle;

/// <summary>A name of something in a Python module, as data: nothing is looked up or run by it.</summary>
/// <param name="Module">The module, such as <c>numpy</c>.</param>
/// <param name="Name">The name in it, such as <c>dtype</c>.</param>
internal sealed record PickleGlobal(string Module, string Name)
{
    /// <summary>The name with its module.</summary>
    public override string ToString() => $"{Module}.{Name}";
}
