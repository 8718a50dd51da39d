extension KnownList {
    static let chinese = """
        wukong customers
        客户编号 = KH1 -> id | 客户名称 = 甲公司 -> name | 客户来源 = 促销 -> source | 手机 = 18800001000 -> mobile
        客户行业 = IT -> industry | 客户级别 = A（重点客户） -> level | 成交状态 = 1 -> deal_status: 已成交 | 负责人 = 王磊 -> owner
        锁定至 = 2026-12-01 -> locked_until | 前负责人 = 李娜 -> previous_owner | 下次联系时间 = 2026-11-30

        wukong customers
        线索名称 = 甲公司 -> name | 线索来源 = 广告 -> source | 手机 = 18800001000 -> mobile | 客户级别 = B（普通客户） -> level
        地址 = 宁波 -> address | 负责人 = 王磊 -> owner

        wukong contacts
        姓名 = 赵敏 -> name | 客户名称 = 甲公司 -> customer | 职务 = 经理 -> title | 手机 = 18800001000 -> mobile
        是否关键决策人 = 是 -> decision_maker | 性别 = 女

        wukong reps
        员工编号 = E1 -> id | 姓名 = 王磊 -> name | 手机号 = 188 | 直属上级 = 李娜 | 部门 = 销售 -> team | 状态 = 启用 -> active

        wukong follow-ups
        跟进编号 = G1 -> id | 客户编号 = KH1 -> customer | 跟进方式 = 电话 -> channel | 跟进内容 = 有意向 -> note
        跟进人 = 王磊 -> rep | 跟进时间 = 2026-11-23 14:05 -> at | 下次联系时间 = 2026-11-30 -> next_at

        wukong deals
        商机编号 = S1 -> id | 商机名称 = 单 | 客户名称 = 甲公司 -> customer | 商机金额 = 900 -> amount
        商机阶段 = 赢单 -> stage, status: won | 负责人 = 王磊 -> rep | 成交日期 = 2026-11-23 -> closed_at

        wukong payments
        回款编号 = H1 -> id | 客户名称 = 甲公司 -> customer | 合同编号 = C1 | 回款金额 = 900 -> amount
        回款日期 = 2026-11-23 -> paid_at | 审核状态 = 通过 -> status

        ruoyi customers
        编号 = 1024 -> id | 客户名称 = 甲公司 -> name | 跟进状态 = 是 | 负责人的用户编号 = 25682 -> owner | 负责人名字 = 王磊
        锁定状态 = 否 | 成交状态 = 否 -> deal_status: 未成交 | 手机 = 18800001000 -> mobile | wechat = w1 | email = a@b.example -> email
        所属行业 = 5 -> industry: 运输/物流 | 客户等级 = 1 -> level: A （重点客户） | 客户来源 = 6 -> source: 线上咨询
        地区名称 = 浙江省 -> province | 创建时间 = 2026-11-23 14:05:00 -> created_at

        ruoyi customers
        客户名称 = 甲公司 -> name | 手机 = 18800001000 -> mobile | 电话 = 0574 -> phone | QQ = 1 | 微信 = w1 | 邮箱 = a@b.example -> email
        地区 = 浙江省 -> province | 详细地址 = 大街1号 -> address | 所属行业 = IT -> industry | 客户等级 = B （普通客户） -> level
        客户来源 = 陌拜 -> source | 备注 = x -> notes

        ruoyi contacts
        联系人姓名 = 赵敏 -> name | 客户名称 = 甲公司 -> customer | 职位 = 经理 -> title | 手机号 = 18800001000 -> mobile
        是否关键决策人 = 是 -> decision_maker | 负责人名字 = 王磊

        ruoyi reps
        登录名称 = wanglei -> id | 用户名称 = 王磊 -> name | 部门编号 = 103 -> team | 用户邮箱 = w@b.example -> email
        手机号码 = 18800002000 | 用户性别 = 男 | 账号状态 = 开启 -> active: yes

        ruoyi follow-ups
        编号 = 1 -> id | 数据类型 = 2 | 数据编号 = 1024 -> customer | 跟进类型 = 电话 -> channel | 跟进内容 = 有意向 -> note
        下次联系时间 = 2026-11-30 -> next_at | 创建时间 = 2026-11-23 14:05:00 -> at

        ruoyi deals
        编号 = 7 -> id | 商机名称 = 单 | 客户名称 = 甲公司 -> customer | 负责人名字 = 王磊 -> rep | 负责人部门 = 销售 | 商机状态组 = 标准
        商机状态 = 谈判 -> stage | 结束状态 = 赢单 -> status: won | 预计成交日期 = 2026-12-01 | 商机总金额 = 900 -> amount

        ruoyi deals
        合同编号 = 10430 -> id | 合同名称 = 年度 | 合同编号 = HT-1 | 客户名称 = 甲公司 -> customer
        审批状态 = 审批通过 -> stage, status: won | 合同金额 = 900 -> amount | 负责人名字 = 王磊 -> rep
        下单日期 = 2026-11-23 -> created_at, closed_at

        ruoyi payments
        编号 = 9 -> id | 回款编号 = HK9 | 回款计划编号 = 3 | 回款方式 = 转账 | 回款金额 = 900 -> amount
        计划回款日期 = 2026-11-23 -> paid_at | 客户名字 = 甲公司 -> customer | 合同编号 = HT-1 -> deal | 负责人名字 = 王磊 -> rep
        工作流编号 = w | 工作流编号 = 备注 | 审批状态 = 审批通过 -> status

        cordys customers
        客户名称 = 甲公司 -> name | 客户行业 = 制造业 -> industry | 客户等级 = 战略客户 -> level: A | 客户类型 = 代理商
        客户来源 = 4 -> source: 续约 | 线上来源详情 = 官网咨询 | 客户标签 = 老 -> tags | 地区 = 浙江省 -> province | 负责人 = 王磊 -> owner

        cordys customers
        公司名称 = 甲公司 -> name | 线索进度 = 初步意向 | 线索来源 = 线上 -> source | 客户需求 = 网关 -> needs
        联系人名称 = 赵敏 -> contact | 联系人电话 = 18800001000 -> phone | 负责人 = 王磊 -> owner

        cordys contacts
        客户名称 = 甲公司 -> customer | 姓名 = 赵敏 -> name | 邮箱 = a@b.example -> email | 手机号 = 18800001000 -> mobile | 负责人 = 王磊

        cordys follow-ups
        跟进类型 = 客户 | 客户名称 = 甲公司 -> customer | 公司名称 = | 商机 = 单 | 联系人 = 赵敏 | 跟进方式 = 到访 -> channel
        跟进时间 = 2026-11-23 -> at | 负责人 = 王磊 -> rep | 意向产品 = 网关 | 跟进内容 = 有意向 -> note

        cordys deals
        商机名称 = 单 | 客户名称 = 甲公司 -> customer | 业务编码 = Opp-202611-000001 -> id | 金额 = 9,000 -> amount
        商机阶段 = 成功 -> stage, status: won | 结束时间 = 2026-11-23 -> closed_at | 可能性 = 50 | 负责人 = 王磊 -> rep

        cordys payments
        回款编号 = HK1 -> id | 合同 = 年度 -> deal | 客户名称 = 甲公司 -> customer | 回款金额 = 900 -> amount
        回款时间 = 2026-11-23 -> paid_at | 负责人 = 王磊 -> rep

        fxiaoke customers
        客户名称 = 甲公司 -> name | 客户编号 = 20261123-000001 -> id | 1级行业 = 制造业 | 2级行业 = 化工 -> industry
        客户级别 = 重点客户 -> level | 成交状态 = 多次成交 -> deal_status: 已成交 | 负责人 = 王磊 -> owner | 归属部门 = 华东
        上一负责人 = 李娜 -> previous_owner | 退回时间 = 2026-11-01 -> pool_since | 省 = 浙江省 -> province

        fxiaoke contacts
        姓名 = 赵敏 -> name | 客户名称 = 甲公司 -> customer | 手机1 = 18800001000 -> mobile | 职务 = 经理 -> title | 归属部门 = 华东
        关键决策人 = 是 -> decision_maker

        fxiaoke reps
        员工编号 = E1 -> id | 姓名 = 王磊 -> name | 主属部门 = 华东 -> team | 汇报对象 = 李娜 | 员工状态 = 在职 -> active | 手机 = 188

        fxiaoke follow-ups
        销售记录类型 = 电话 -> channel | 销售记录内容 = 有意向 -> note | 关联客户 = 甲公司 -> customer | 创建人 = 王磊 -> rep
        创建时间 = 2026-11-23 14:05 -> at

        fxiaoke deals
        商机名称 = 单 | 客户名称 = 甲公司 -> customer | 销售流程 = 标准 | 商机阶段 = 输单 -> stage, status: lost
        商机金额 = 900 -> amount | 负责人 = 王磊 -> rep | 归属部门 = 华东

        fxiaoke payments
        回款编号 = H1 -> id | 客户名称 = 甲公司 -> customer | 销售订单编号 = D1 -> deal | 本次回款金额（元） = 900 -> amount: 900元
        回款日期 = 2026-11-23 -> paid_at | 负责人 = 王磊 -> rep | 归属部门 = 华东

        xiaoshouyi customers
        公司名称 = 甲公司 -> name | 客户所有人 = 王磊 -> owner | 所属部门 = 华东 | 客户级别 = A -> level | 行业 = 制造 -> industry
        总人数 = 51-200 -> employees | 最新活动记录时间 = 2026-11-23 14:05 -> last_follow_up_at | 所属公海池 = 东区

        xiaoshouyi contacts
        姓名 = 赵敏 -> name | 公司名称 = 甲公司 -> customer | 联系人所有人 = 王磊 | 手机 = 18800001000 -> mobile

        xiaoshouyi follow-ups
        活动记录类型 = 电话 -> channel | 活动记录内容 = 有意向 -> note | 客户名称 = 甲公司 -> customer | 创建人 = 王磊 -> rep
        创建时间 = 2026-11-23 14:05 -> at, recorded_at

        xiaoshouyi deals
        机会名称 = 单 | 客户名称 = 甲公司 -> customer | 销售机会所有人 = 王磊 -> rep | 销售阶段 = 赢单 -> stage, status: won
        销售金额 = 900 -> amount | 结单日期 = 2026-12-01

        xiaoshouyi payments
        回款编号 = H1 -> id | 客户名称 = 甲公司 -> customer | 回款所有人 = 王磊 -> rep | 回款金额 = 900 -> amount
        回款日期 = 2026-11-23 -> paid_at

        jiandaoyun customers
        客户名称 = 甲公司 -> name | 客户编号 = K1 -> id | 客户等级 = A -> level | 所属行业 = 化工 -> industry | 跟进人 = 王磊 -> owner
        客户状态 = 跟进中 | 提交人 = 李娜 | 提交时间 = 2026-11-23 14:05:00 -> created_at | 更新时间 = 2026-11-24 -> updated_at

        jiandaoyun contacts
        联系人姓名 = 赵敏 -> name | 客户名称 = 甲公司 -> customer | 职务 = 经理 -> title | 手机 = 18800001000 -> mobile
        提交人 = 王磊 | 提交时间 = 2026-11-23 14:05:00

        jiandaoyun follow-ups
        客户名称 = 甲公司 -> customer | 跟进内容 = 有意向 -> note | 跟进方式 = 电话 -> channel | 提交人 = 王磊 -> rep
        提交时间 = 2026-11-23 14:05:00 -> at, recorded_at | 更新时间 = 2026-11-23 14:06:00

        jiandaoyun deals
        合同名称 = 年度 | 合同编号 = C1 -> id | 客户名称 = 甲公司 -> customer | 合同金额 = 900 -> amount
        合同状态 = 执行中 -> stage, status: won | 签约日期 = 2026-11-23 -> closed_at | 提交人 = 王磊 -> rep
        提交时间 = 2026-11-23 14:05:00 -> created_at

        jiandaoyun payments
        回款编号 = H1 -> id | 客户名称 = 甲公司 -> customer | 回款金额 = 900 -> amount | 回款日期 = 2026-11-23 -> paid_at
        提交人 = 王磊 -> rep | 提交时间 = 2026-11-23 14:05:00

        kingdee customers
        客户编码 = CUST0001 -> id | 客户名称 = 甲公司 -> name | 简称 = 甲 | 使用组织 = 总部 | 客户分组 = 华东 | 销售员 = 王磊 -> owner
        纳税登记号 = 91330200MA2AAAAA1A -> credit_code | 结算币别 = 人民币 -> currency: CNY | 通讯地址 = 宁波 -> address

        kingdee reps
        员工编号 = E1 -> id | 员工姓名 = 王磊 -> name | 所属部门 = 销售 -> team | 任职岗位 = 销售 | 禁用状态 = 否 -> active: yes

        kingdee payments
        单据编号 = SKD1 -> id | 业务日期 = 2026-11-23 -> paid_at | 往来单位编码 = CUST0001 -> customer | 往来单位 = 甲公司
        销售员 = 王磊 -> rep | 币别 = 人民币 -> currency: CNY | 收款金额 = -900.00 -> amount | 结算方式 = 电汇 | 单据状态 = 已审核 -> status

        kingdee deals
        单据编号 = XSDD1 -> id | 日期 = 2026-11-23 -> created_at | 客户 = 甲公司 -> customer | 销售员 = 王磊 -> rep
        单据状态 = 已审核 -> stage, status: won | 价税合计 = 900 -> amount | 结算币别 = 美元 -> currency: USD
        审核日期 = 2026-11-24 -> closed_at

        yonyou-u8 customers
        客户编码 = 0101 -> id | 客户名称 = 甲公司 -> name | 客户简称 = 甲 | 客户分类编码 = 01 | 发展日期 = 2026-11-23 -> created_at
        币种 = 人民币 -> currency: CNY | 专管业务员编码 = 007 -> owner | 税号 = 91330200MA2AAAAA1A -> credit_code

        yonyou-u8 reps
        人员编码 = 007 -> id | 姓名 = 王磊 -> name | 行政部门 = 销售 -> team | 是否业务员 = 是

        yonyou-u8 payments
        单据编号 = 0000000001 -> id | 单据日期 = 2026-11-23 -> paid_at | 客户编码 = 0101 -> customer | 客户 = 甲公司
        原币金额 = 900 -> amount | 本币金额 = 900 | 币种 = 人民币 -> currency: CNY | 结算方式 = 电汇 | 业务员 = 王磊 -> rep

        dingtalk claims
        审批编号 = 202611230001 -> id | 标题 = 领取 | 审批状态 = 已完成 | 审批结果 = 同意 -> status: approved
        发起时间 = 2026-11-23 14:05 -> requested_at | 发起人工号 = E1 -> rep | 发起人姓名 = 王磊 | 客户名称 = 甲公司 -> customer

        dingtalk reps
        员工UserID = u1 -> aliases | 姓名 = 王磊 -> name | 手机号 = 188 | 邮箱 = w@b.example -> email | 部门 = 销售,华东 -> team
        职位 = 销售 | 工号 = E1 -> id | 直属主管 = 李娜 | 入职时间 = 2020-01-01 -> starts_on
        """
}
