namespace KerasSharp.Models.Summaries;

/// <summary>Where the text of a cell stands.</summary>
internal enum Alignment
{
    Left,
    Right,
    Center,
}
