global using Npgsql;
global using SalesforceImport.Relational;
global using SalesforceImport.Stores;
