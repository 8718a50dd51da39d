# AdventureWorks, the sample databases of SQL Server: tables as they are loaded in bulk, without a header.
# [M] the shape of DimReseller (`|`) and SalesPerson (tab), and the marks `+|` and `&|`; [I] the names of columns, which
# are the tables' own, the whole of Store, and that AnnualSales is what a reseller turns over.
# Vendors are suppliers, territories are places, and a person is told from a contact only by three more tables: those
# files have no list here.
profile adventureworks
title AdventureWorks sample databases (resellers, stores, sales people; files without a header)
null NULL
dates ymd
decimal .
currency USD

list customers
columns ResellerKey | GeographyKey | ResellerAlternateKey | Phone | BusinessType | ResellerName | NumberEmployees
    | OrderFrequency | OrderMonth | FirstOrderYear | LastOrderYear | ProductLine | AddressLine1 | AddressLine2
    | AnnualSales | BankName | MinPaymentType | MinPaymentAmount | AnnualRevenue | YearOpened
form ResellerKey, GeographyKey, NumberEmployees, YearOpened = integer
form AnnualSales, AnnualRevenue = number
form ResellerAlternateKey, ResellerName, BusinessType, ProductLine, OrderFrequency, BankName = text
delimiter |
id = ResellerAlternateKey
name = ResellerName
employees = NumberEmployees
revenue = AnnualSales
phone = Phone
address = AddressLine1 + AddressLine2
tags = BusinessType
also ResellerKey | GeographyKey | OrderFrequency | OrderMonth | FirstOrderYear | LastOrderYear | ProductLine | BankName
also MinPaymentType | MinPaymentAmount | AnnualRevenue | YearOpened

list customers
columns BusinessEntityID | Name | SalesPersonID | Demographics | rowguid | ModifiedDate
form BusinessEntityID, SalesPersonID = integer
form Name = text
form rowguid = guid
form ModifiedDate = date
delimiter +|
row_end &|
quote none
id = BusinessEntityID
name = Name
owner = SalesPersonID
updated_at = ModifiedDate
also Demographics | rowguid

list reps
columns BusinessEntityID | TerritoryID | SalesQuota | Bonus | CommissionPct | SalesYTD | SalesLastYear | rowguid
    | ModifiedDate
form BusinessEntityID, TerritoryID = integer
form SalesQuota, Bonus, CommissionPct, SalesYTD, SalesLastYear = number
form rowguid = guid
form ModifiedDate = date
delimiter tab
id = BusinessEntityID
regions = TerritoryID
also SalesQuota | Bonus | CommissionPct | SalesYTD | SalesLastYear | rowguid | ModifiedDate
