namespace SalesforceImport;

/// <summary>How far a run is, reported after every committed batch and once at its start.</summary>
/// <param name="Run">The run's id: what a resume asks for.</param>
/// <param name="Object">The object being read.</param>
/// <param name="Done">Records of the run committed so far, all objects together.</param>
/// <param name="Total">Records expected, all objects together.</param>
/// <param name="CallsUsed">API calls so far, planning included.</param>
/// <param name="RecordsPerSecond">How fast this attempt has been, from its start; 0 before its first records.</param>
public sealed record ImportProgress(string Run, string Object, long Done, long Total, long CallsUsed, double RecordsPerSecond);
