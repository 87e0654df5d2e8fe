using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Lists of names in attributes, cut into <c>name0</c>, <c>name1</c>, … where they are too long for one.</summary>
internal static class NameList
{
    /// <summary>The whole list; null where there is none.</summary>
    public static IReadOnlyList<string>? Find(Hdf5Group group, string attribute)
    {
        if (group.Attributes.TryGetValue(attribute, out var whole))
            return whole.ReadStrings();
        if (!group.Attributes.ContainsKey($"{attribute}0"))
            return null;
        var names = new List<string>();
        for (int i = 0; group.Attributes.TryGetValue($"{attribute}{i}", out var part); i++)
            names.AddRange(part.ReadStrings());
        return names;
    }
}
