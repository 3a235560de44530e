using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator;

/// <summary>What became of one root file and all that it imports.</summary>
/// <param name="RootPath">Path of the file that begins with <c>protocol</c>.</param>
/// <param name="Model">The bound protocol, or null if there are errors.</param>
/// <param name="Diagnostics">Errors and warnings of all files, by file and place.</param>
public sealed record CompilationResult(
    string RootPath,
    ProtocolModel? Model,
    EquatableArray<SchemaDiagnostic> Diagnostics);
