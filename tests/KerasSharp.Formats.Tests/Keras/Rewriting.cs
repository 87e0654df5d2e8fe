using KerasSharp.Formats.Keras;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Writes what a model file holds into a new file of the same kind.</summary>
internal static class Rewriting
{
    /// <summary>Reads a file and writes it anew.</summary>
    public static void Rewrite(string source, string target)
    {
        using var file = KerasFile.Open(source);
        switch (file.Kind)
        {
            case KerasFileKind.LegacyModel or KerasFileKind.LegacyWeights:
                LegacyWriter.Write(target, Legacy(file));
                break;
            case KerasFileKind.Weights:
                WeightTreeWriter.Write(target, Objects(file));
                break;
            case KerasFileKind.ShardedWeights:
                ShardWriter.Write(target, Objects(file), mostBytes: 2048);
                break;
            case KerasFileKind.Archive:
                ArchiveWriter.Write(target, Archive(file));
                break;
            default:
                ArchiveWriter.WriteDirectory(target, Archive(file));
                break;
        }
    }

    private static LegacyModelData Legacy(KerasFile file) =>
        new()
        {
            ConfigJson = file.ConfigJson,
            TrainingConfigJson = file.TrainingConfigJson,
            KerasVersion = file.Legacy!.KerasVersion!,
            Layers = [.. file.Legacy.Layers.Select(layer => new LayerData(layer.Name, Weights(layer.Weights)))],
            TopLevel = Weights(file.Legacy.TopLevel),
            OptimizerVariables = Weights(file.OptimizerVariables),
        };

    private static ArchiveData Archive(KerasFile file) =>
        new()
        {
            ConfigJson = file.ConfigJson!,
            KerasVersion = file.KerasVersion!,
            Objects = Objects(file),
            Assets = file.Assets.Names.ToDictionary(name => name, name => file.Assets.Find(name)!),
        };

    private static ObjectData[] Objects(KerasFile file) =>
        [.. file.Tree!.Groups.Select(group => new ObjectData(group.Path, group.Name, Weights(group.Variables)))];

    private static WeightData[] Weights(IEnumerable<KerasVariable> variables) =>
        [
            .. variables.Select(variable => new WeightData(
                variable.Name,
                variable.Read(),
                variable.DType == DType.BFloat16 ? DType.BFloat16 : null
            )),
        ];
}
