using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Single texts in attributes.</summary>
internal static class HeaderText
{
    /// <summary>The text; null where there is none.</summary>
    public static string? Find(Hdf5Group group, string attribute) =>
        group.Attributes.TryGetValue(attribute, out var found) && !found.IsNull ? found.ReadString() : null;
}
