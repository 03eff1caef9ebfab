package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestAttendanceInChinese reads who was there of lines and sentences.
func TestAttendanceInChinese(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"出席：县住建局 陈 涛、县水利局农红梅", "present: 陈涛, 农红梅"},
		{"中方主席、交通部副部长林海涛和哈方主席、交通部副部长努尔兰·别克托夫共同出席会议。", "present: 林海涛, 努尔兰·别克托夫"},
		{"会议由林海涛副部长主持，顾晓岚负责记录。参加会议的还有铁路局副局长钱思远、铁路公司副总裁阿斯哈尔·伊萨耶夫。", "chair: 林海涛; present: 钱思远, 阿斯哈尔·伊萨耶夫; scribe: 顾晓岚"},
		{"董事柏松未出席，亦未委托他人。会议由董事长华振宇召集和主持，公司法务焦阳列席并做记录。", "absent: 柏松; chair: 华振宇; scribe: 焦阳"},
		{"理事洪亮书面委托韩冰代为表决，理事尤佳缺席。", "absent: 尤佳; present: 韩冰; proxy: 洪亮"},
		{"实到7人：施文、万芳；理事洪亮书面委托施文代为表决，理事尤佳缺席。", "absent: 尤佳; present: 施文, 万芳; proxy: 洪亮"},
		{"主任阮文主持，副主任费明参加，委员舒畅请假未参加。办案秘书卞京记录。", "absent: 舒畅; present: 费明; scribe: 卞京"},
		{"到会（5/6）：邹凯（主席）、秦岚（纪要）", "chair: 邹凯; present: 邹凯, 秦岚; scribe: 秦岚"},
		{"列席人员：人事科负责人张凤、总务科负责人普云", "guest: 张凤, 普云"},
		{"列席：林志明会计师、陈怡君律师、雷鸣高工", "guest: 林志明, 陈怡君, 雷鸣"},
		{"参会人：@王芳@李小明 @次仁央金\n列席：@宁远、@夏蓓蓓", "guest: 宁远, 夏蓓蓓; present: 王芳, 李小明, 次仁央金"},
		{"出席：王芳、李小明\n请假人员：孙国栋、白音巴图", "excused: 孙国栋, 白音巴图; present: 王芳, 李小明"},
		{"出席：王芳、独立董事 Ada Byron（同声传译）、阿布都热合曼", "present: 王芳, Ada Byron, 阿布都热合曼"},
		{"出席委员：主委郭子仁、副主委孟秀芳（沈锦生代）、张丽（代王芳）、李明（委托费明代为出席）", "present: 郭子仁, 沈锦生, 张丽, 费明; proxy: 孟秀芳, 王芳, 李明"},
		{"主持 曹志刚\n参加 曹志刚 姜敏 万里\n缺席 无\n记录 牛犇", "chair: 曹志刚; present: 曹志刚, 姜敏, 万里; scribe: 牛犇"},
		{"会议主持\n秦风\n会议记录\n孟凡", "chair: 秦风; scribe: 孟凡"},
		{"参会：【林一帆】、中科微澜-闫志远\nMinutes：胡蔚", "present: 林一帆, 闫志远; scribe: 胡蔚"},
		{"出席：王芳\n关联董事蔡映川先生、刘圣东先生回避表决。", "present: 王芳, 蔡映川, 刘圣东"},
		{"记录人：村文书　毛小英", "scribe: 毛小英"},
		{"主持：王芳      记：毛小英\n一组长蒙大山没来，在家看病人。", "absent: 蒙大山; chair: 王芳; scribe: 毛小英"},
		{"列席：财务长谢文、海光会计师事务所林志明会计师\n供应商：启海软件 姚军、梁燕", "guest: 谢文, 林志明, 姚军, 梁燕"},
		{"出席：家长会杨会长文钦、王芳", "present: 杨文钦, 王芳"},
		{"主席：簡校長明哲　　　記錄：田佳穎\n出席人員：溫副校長啟文、教務處詹教務長淑芬、研究發展處連研發長志豪\n列席：主計室涂主任麗雯、林宗憲副教授、蕭雅筑助理、羅大為先生", "chair: 簡明哲; guest: 涂麗雯, 林宗憲, 蕭雅筑, 羅大為; present: 溫啟文, 詹淑芬, 連志豪; scribe: 田佳穎"},
		{"出席者：\n鄺志明先生（主席）\n招國雄先生（司庫）\n粘大文女士（委員）\n列席者：\n安居公司 物業經理 岑家輝先生", "chair: 鄺志明; guest: 岑家輝; present: 鄺志明, 招國雄, 粘大文"},
		{"出席会议的有：\n国家能源局局长王宏泰\n秘书处副秘书长苏海尔·汗列席了会议。", "guest: 苏海尔·汗; present: 王宏泰"},
		{"凌云副部长率团出席，吉方由第一副部长阿扎特·朱马别科夫率团参加。", "present: 阿扎特·朱马别科夫, 凌云"},
		{"会议由中方主席、交通部副部长林海涛主持。东岛港务部副部长阿洛·西苏拉、南岛交通部副部长颂森·披吉各率代表团出席会议。", "chair: 林海涛; present: 阿洛·西苏拉, 颂森·披吉"},
	} {
		text := "会议纪要\n\n时间：2026年5月4日\n\n" + strings.ReplaceAll(c.text, "\n", "\n\n") + "\n\n一、会议同意方案。\n"
		d := draft.Read(read(t, "minutes.txt", text), site(t, configuration), draft.Options{})
		got := attendanceIn(d)
		slices.Sort(got)
		if have := strings.Join(got, "; "); have != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, have, c.want)
		}
		if len(d.Actions) > 0 {
			t.Errorf("%s: is to be done: %s", c.text, d.Actions[0].Title.Text)
		}
	}
}
