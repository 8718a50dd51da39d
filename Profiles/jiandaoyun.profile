# 简道云: data of forms exported to Excel. A form ends in 提交人, 提交时间, 更新时间; the other columns are what each company
# called its fields, here those of the product's CRM template. [I] everything: check against a real export first.
profile jiandaoyun
title 简道云 CRM (customers, contacts, follow-ups, deals, payments)
dates ymd
decimal .
currency CNY

list customers
signature 客户名称, 提交人, 提交时间
id = 客户编号 | 客户ID | 流水号
name = 客户名称
credit_code = 统一社会信用代码
industry = 所属行业 | 客户行业 | 行业
employees = 公司规模 | 员工人数 | 人员规模
revenue = 年营业额 | 年营收
province = 省/自治区/直辖市 | 省份 | 客户地址-省/自治区/直辖市 | 客户地址.省/自治区/直辖市
city = 市 | 城市 | 客户地址-市 | 客户地址.市
address = 详细地址 | 客户地址-详细地址 | 客户地址.详细地址 | 客户地址 | 公司地址
contact = 联系人 | 联系人姓名 | 主联系人
mobile = 手机 | 手机号 | 联系人手机
phone = 电话 | 联系电话 | 客户电话 | 联系方式
email = 邮箱
website = 官网 | 网址 | 公司官网
source = 客户来源
level = 客户等级 | 客户级别
needs = 客户需求 | 需求描述
owner = 跟进人 | 负责人 | 客户负责人 | 当前跟进人
owned_since = 领取时间 | 分配时间
previous_owner = 前跟进人 | 前负责人
collaborators = 协作人
deal_status = 成交状态
created_at = 提交时间
updated_at = 更新时间
last_follow_up_at = 最新跟进时间 | 最近跟进时间 | 最后跟进时间
notes = 备注
tags = 客户标签
also 提交人 | 客户状态 | 客户类型 | 区/县 | 县/区 | 所属部门 | 流程状态 | 扩展值 | 未跟进天数 | 客户简称 | 定位 | 当前节点
also 客户地址-县/区 | 客户地址.县/区 | 流水号

list contacts
signature 联系人姓名, 客户名称, 提交人, 提交时间
signature 姓名, 客户名称, 提交人, 提交时间
id = 联系人编号 | 流水号
customer = 客户编号 ?? 客户名称 | 所属客户
name = 联系人姓名 | 姓名
title = 职务 | 职位
mobile = 手机 | 手机号 | 联系人手机
phone = 电话 | 联系电话
email = 邮箱
wechat = 微信 | 微信号
decision_maker = 是否决策人 | 关键决策人 | 是否关键决策人
also 客户名称 | 提交人 | 提交时间 | 更新时间 | 性别 | 生日 | 备注 | 部门 | 跟进人 | 负责人

list follow-ups
signature 跟进内容, 提交人, 提交时间
signature 跟进记录, 提交人, 提交时间
signature 跟进情况, 提交人, 提交时间
id = 跟进编号 | 流水号
customer = 客户编号 ?? 客户名称 | 跟进客户
rep = 跟进人 ?? 提交人
at = 跟进时间 | 跟进日期 ?? 提交时间
recorded_at = 提交时间
channel = 跟进方式
outcome = 跟进结果
next_at = 下次跟进时间 | 下次跟进日期
note = 跟进内容 | 跟进记录 | 跟进情况
also 客户名称 | 提交人 | 提交时间 | 更新时间 | 联系人 | 定位 | 附件 | 图片 | 商机名称 | 商机编号 | 跟进阶段

list deals
signature 商机名称, 提交人, 提交时间
signature 合同名称, 提交人, 提交时间
signature 订单编号, 提交人, 提交时间, 客户名称
id = 商机编号 | 合同编号 | 订单编号 | 流水号
customer = 客户编号 ?? 客户名称
rep = 跟进人 | 负责人 | 销售 | 签约人 ?? 提交人
stage = 商机阶段 | 销售阶段 | 合同状态 | 订单状态
status = 商机状态 ?? 商机阶段 | 销售阶段 | 合同状态 | 订单状态
amount = 商机金额 | 预计成交金额 | 合同金额 | 订单金额
created_at = 提交时间
closed_at = 成交日期 | 签约日期 | 签订日期 | 下单日期
also 客户名称 | 商机名称 | 合同名称 | 提交人 | 更新时间 | 预计成交日期 | 备注 | 输单原因 | 商机来源 | 流程状态 | 当前节点
values status: 赢单 -> won; 成交 -> won; 已成交 -> won; 已签约 -> won; 执行中 -> won; 已完成 -> won
values status: 输单 -> lost; 丢单 -> lost; 无效 -> lost; 作废 -> lost; 已作废 -> lost; * -> open

list payments
signature 回款金额, 提交人, 提交时间
signature 收款金额, 提交人, 提交时间
id = 回款编号 | 收款编号 | 流水号
customer = 客户编号 ?? 客户名称
deal = 合同编号 | 订单编号
rep = 负责人 | 销售 | 跟进人 ?? 提交人
paid_at = 回款日期 | 收款日期 | 回款时间
amount = 回款金额 | 收款金额 | 本次回款金额
status = 流程状态 | 审批状态
also 客户名称 | 提交人 | 提交时间 | 更新时间 | 回款方式 | 收款方式 | 备注 | 合同名称 | 当前节点
