namespace KerasSharp.Formats.Hdf5;

/// <summary>A message of an object header.</summary>
/// <param name="Type">What it is; types that are not named are possible.</param>
/// <param name="IsShared">Whether the body only says where the message is.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Address">Where they are in the file, for errors.</param>
internal readonly record struct HeaderMessage(MessageType Type, bool IsShared, byte[] Body, long Address)
{
    /// <summary>A cursor over the body.</summary>
    public Hdf5Cursor Cursor(Hdf5Input input, string place) => new(input, Body, Address, place);
}
