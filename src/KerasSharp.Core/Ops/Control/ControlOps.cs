using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Control.</summary>
internal static class ControlOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            Op.ConstDefinition,
            Op.PlaceholderDefinition,
            Op.IdentityDefinition,
            Op.IdentityNDefinition,
            Op.StopGradientDefinition,
            Op.ScanDefinition,
        ];
}
