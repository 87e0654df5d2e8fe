using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>How a recurrent layer goes along its sequence and what it gives.</summary>
internal sealed record RecurrentOptions(
    bool ReturnSequences,
    bool ReturnState,
    bool GoBackwards,
    bool Stateful,
    bool Unroll,
    bool ZeroOutputForMask
)
{
    public static RecurrentOptions Read(Config config) =>
        new(
            config.Get("return_sequences", false),
            config.Get("return_state", false),
            config.Get("go_backwards", false),
            config.Get("stateful", false),
            config.Get("unroll", false),
            config.Get("zero_output_for_mask", false)
        );

    public Config ToConfig() =>
        new()
        {
            ["return_sequences"] = ReturnSequences,
            ["return_state"] = ReturnState,
            ["go_backwards"] = GoBackwards,
            ["stateful"] = Stateful,
            ["unroll"] = Unroll,
            ["zero_output_for_mask"] = ZeroOutputForMask,
        };
}
