namespace KerasSharp.Formats.Hdf5;

/// <summary>A dataset that will be written in one piece.</summary>
public sealed class Hdf5DatasetBuilder : Hdf5ObjectBuilder
{
    internal Hdf5DatasetBuilder(ArrayContent content) => Content = content;

    internal ArrayContent Content { get; }
}
